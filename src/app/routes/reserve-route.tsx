export { ReserveScreen as Screen } from '#src/features/reserve/reserve-screen.tsx';
