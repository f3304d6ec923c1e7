export { NewRequestScreen as Screen } from '#src/features/requests/new-request-screen.tsx';
