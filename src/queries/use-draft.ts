import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { forgetDraft, noteDraft, toRestore, typedIn } from './draft.ts';
import { takeDraft } from './draft-queries.ts';
import { hasSessionEnded } from './session-ended.ts';
import { sessionQueries } from './session-queries.ts';
import { useReturnAddress } from './use-return-address.ts';

/** What is typed into a form outlives the session: it is noted while somebody types, and is there again once they are back. */
export function useDraft<Values extends FieldValues>(form: UseFormReturn<Values>): void {
  const queryClient = useQueryClient();
  const address = useReturnAddress();

  useEffect(() => {
    const note = () => {
      const session = queryClient.getQueryData(sessionQueries.current().queryKey);
      if (!session?.authenticated) return;
      const values = typedIn(form.getValues(), form.formState.defaultValues ?? {});
      noteDraft({ account: session.account, address, values });
    };
    note();
    const stop = form.subscribe({ formState: { values: true }, callback: note });
    return () => {
      stop();
      if (!hasSessionEnded()) forgetDraft();
    };
  }, [address, form, queryClient]);

  useEffect(() => {
    const restore = async () => {
      const draft = await takeDraft(queryClient, address);
      const begunWith = form.formState.defaultValues ?? {};
      for (const [name, text] of toRestore(draft, form.getValues(), begunWith))
        form.setValue(name as Path<Values>, text as PathValue<Values, Path<Values>>);
    };
    // Nothing is lost where this fails: the portal still has it, and a reload asks again.
    restore().catch(() => undefined);
  }, [address, form, queryClient]);
}
