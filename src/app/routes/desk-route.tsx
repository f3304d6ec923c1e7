export { DeskScreen as Screen } from '#src/features/desk/desk-screen.tsx';
