export { HoldScreen as Screen } from '#src/features/reserve/hold-screen.tsx';
