import { configure } from '@testing-library/react';

// Testing Library gives up after one second, which a busy machine needs for a first drawing.
configure({ asyncUtilTimeout: 30_000 });
