/** Something of ours broke once a write may have left: nobody may be told that it was not sent. */
export class FailedAfterSend extends Error {
  override readonly name = 'FailedAfterSend';

  constructor(cause: unknown) {
    super('A write may have been sent, and what came of it could not be kept.', { cause });
  }
}
