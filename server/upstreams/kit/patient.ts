/**
 * On whose behalf an upstream is called. Made by the server from the session alone, never from what a browser sent.
 * Never logged: it holds a policy number and a birth date.
 */
export interface Patient {
  /** The session's name for the person, as in the contract. */
  readonly ref: string;
  readonly policy: string;
  readonly birthDate: string;
  /** The ЕСИА id of the signed-in person (`sub`); MIS wants it as `externalUserId`. */
  readonly externalUserId: string;
  /** Present where the signed-in person is not the patient (a parent, a registrar): sent when a record was made by someone else. */
  readonly actsForAnother: boolean;
  readonly loopPatientId: string | null;
  /** Order numbers that this person may ask Connect about. */
  readonly connectOrders: readonly number[];
  /** The sandbox's isolated world, only while the upstreams are the sandbox's own. */
  readonly world: string | null;
}
