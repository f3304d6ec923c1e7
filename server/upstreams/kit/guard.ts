import {
  BulkheadRejectedError,
  BrokenCircuitError,
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  CountBreaker,
  handleWhenResult,
  TaskCancelledError,
  wrap,
} from 'cockatiel';

const isFault = (result: unknown) =>
  typeof result === 'object' && result !== null && 'status' in result && Number(result.status) >= 500;

/**
 * 16 calls at a time and 32 that wait. Opens at 5 faults in a row or half of the last 20 (once there were 10), for 5 s.
 * A refusal (4xx) never counts, being an answer, nor does what was held back here.
 */
export function createGuard() {
  const broken = handleWhenResult(isFault).orWhen(
    (error) => !(error instanceof TaskCancelledError || error instanceof BrokenCircuitError),
  );
  const options = { halfOpenAfter: 5_000 };
  return wrap(
    bulkhead(16, 32),
    circuitBreaker(broken, { ...options, breaker: new ConsecutiveBreaker(5) }),
    circuitBreaker(broken, {
      ...options,
      breaker: new CountBreaker({ threshold: 0.49, size: 20, minimumNumberOfCalls: 10 }),
    }),
  );
}

/** The guard kept the call here: nothing was sent. */
export const isHeldBack = (error: unknown): boolean =>
  error instanceof BrokenCircuitError ||
  error instanceof BulkheadRejectedError ||
  error instanceof TaskCancelledError;
