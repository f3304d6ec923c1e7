import type { MessageId } from './message-id.ts';
import type { SayWords } from './use-words.tsx';

/** The words of a field's error. Schemas carry message ids; forms and the server's answers hand them over as plain text. */
export const fieldError = (words: SayWords, message: string | undefined): string | undefined =>
  message === undefined ? undefined : words(message as MessageId);
