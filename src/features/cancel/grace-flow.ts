/** How long one can still think better of it before anything is sent. */
export const graceMs = 8_000;
/** The second half of a double click is no decision. */
const deafMs = 500;
/** A longer gap between two ticks: the device slept, and nobody was watching. */
const asleepMs = 3_000;

/** The time between the press and the request. Nothing has left the browser until it is `over`. */
export type GraceState =
  | { readonly step: 'off' }
  | { readonly step: 'counting'; readonly leftMs: number }
  /** `away`: the page was out of sight, and nothing is sent while nobody looks. */
  | { readonly step: 'paused'; readonly leftMs: number; readonly why: 'asked' | 'away' }
  | { readonly step: 'over' };

export type GraceEvent =
  | { readonly type: 'started' }
  | { readonly type: 'ticked'; readonly sinceMs: number }
  | { readonly type: 'paused'; readonly why: 'asked' | 'away' }
  | { readonly type: 'resumed' }
  | { readonly type: 'hurried' }
  /** Thought better of, or sent: either way there is nothing to wait for. */
  | { readonly type: 'ended' };

export const noGrace: GraceState = { step: 'off' };

/** Whether nothing is sent yet and something is going to be. */
export const isWaiting = ({ step }: GraceState): boolean => step === 'counting' || step === 'paused';

/** Whether a press counts already. */
export const isListening = (state: GraceState): boolean =>
  state.step === 'paused' || (state.step === 'counting' && state.leftMs <= graceMs - deafMs);

export function graceFlow(state: GraceState, event: GraceEvent): GraceState {
  switch (event.type) {
    case 'started':
      return state.step === 'off' ? { step: 'counting', leftMs: graceMs } : state;
    case 'ticked': {
      if (state.step !== 'counting') return state;
      if (event.sinceMs >= asleepMs) return { step: 'paused', leftMs: state.leftMs, why: 'away' };
      const leftMs = state.leftMs - event.sinceMs;
      return leftMs > 0 ? { step: 'counting', leftMs } : { step: 'over' };
    }
    case 'paused':
      return state.step === 'counting' ? { step: 'paused', leftMs: state.leftMs, why: event.why } : state;
    case 'resumed':
      return state.step === 'paused' ? { step: 'counting', leftMs: state.leftMs } : state;
    case 'hurried':
      return isListening(state) ? { step: 'over' } : state;
    case 'ended':
      return noGrace;
  }
}
