export { MyBookingsScreen as Screen } from '#src/features/my-bookings/my-bookings-screen.tsx';
