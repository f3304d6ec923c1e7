import type { OperationDeps } from '../operation-deps.ts';
import { Reconciler } from '../reconciler.ts';

/** The reconciler looks round once; what fails in it fails the test. Answers how many rows it looked at. */
export const lookRound = (bench: OperationDeps): Promise<number> =>
  new Reconciler(bench, {
    onError: (error) => {
      throw error;
    },
  }).round();
