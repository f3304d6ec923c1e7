import { draftText, type DraftValues } from '#contract/draft.ts';

/** What is being typed, by whom and where. In memory only: nothing of it stays when the page goes. */
export interface Draft {
  readonly account: string;
  readonly address: string;
  readonly values: DraftValues;
}

let noted: Draft | null = null;

/** A form says what it holds now; one is filled in at a time. */
export const noteDraft = (draft: Draft) => {
  noted = Object.keys(draft.values).length > 0 ? draft : null;
};
export const forgetDraft = () => {
  noted = null;
};
/** What was being typed at an address; what belongs to another form is not for it. */
export const draftAt = (address: string): Draft | null => (noted?.address === address ? noted : null);

type Fields = Readonly<Record<string, unknown>>;

/** The fields that hold other words than the form began with. A consent is no words: it is given anew. */
export const typedIn = (fields: Fields, begunWith: Fields): DraftValues =>
  Object.fromEntries(
    Object.entries(fields)
      .filter((field): field is [string, string] => typeof field[1] === 'string')
      .filter(([name, text]) => text !== (begunWith[name] ?? ''))
      .map(([name, text]) => [name, text.slice(0, draftText)]),
  );

/** What of a draft goes back into a form: fields that it has, and that nobody has filled in meanwhile. */
export const toRestore = (draft: DraftValues, fields: Fields, begunWith: Fields): [string, string][] => {
  const typed = typedIn(fields, begunWith);
  return Object.entries(draft).filter(
    ([name]) => typeof fields[name] === 'string' && !Object.hasOwn(typed, name),
  );
};
