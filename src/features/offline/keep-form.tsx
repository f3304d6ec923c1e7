import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { SignedIn } from '#contract/session.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { keepCopy } from '#src/queries/device-copy/copy-queries.ts';
import { Button } from '#src/ui/button.tsx';
import { Choice, FieldGroup } from '#src/ui/field.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';

type State = 'asked' | 'not-own' | 'keeping' | 'failed';

/** Off until somebody says that the device is theirs, and asks for it. */
export function KeepForm({
  session,
  wasDropped,
  onKept,
}: {
  session: SignedIn;
  wasDropped: boolean;
  onKept: () => void;
}) {
  const words = useWords();
  const queryClient = useQueryClient();
  const own = useRef<HTMLInputElement>(null);
  const dropped = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<State>('asked');
  useEffect(() => {
    if (wasDropped) dropped.current?.focus();
  }, [wasDropped]);

  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (state === 'keeping') return;
    if (!own.current?.checked) {
      setState('not-own');
      own.current?.focus();
      return;
    }
    setState('keeping');
    onKept();
    keepCopy(queryClient, session).catch(() => setState('failed'));
  };

  return (
    <form onSubmit={keep} noValidate>
      <Stack>
        {wasDropped && state === 'asked' && (
          <p ref={dropped} tabIndex={-1}>
            <strong>{words('offline.dropped')}</strong>
          </p>
        )}
        <p>{words('offline.keep.body')}</p>
        <FieldGroup
          label={words('offline.keep.whose')}
          error={state === 'not-own' && words('offline.keep.notOwn')}
        >
          <Choice label={words('offline.keep.own')}>
            <input ref={own} type="checkbox" {...(state === 'not-own' && { 'aria-invalid': true })} />
          </Choice>
        </FieldGroup>
        <Row>
          <Button type="submit" look="plain" aria-disabled={state === 'keeping'}>
            {words(state === 'keeping' ? 'offline.keep.keeping' : 'offline.keep.action')}
          </Button>
        </Row>
        <div role="status">{state === 'failed' && <p>{words('offline.keep.failed')}</p>}</div>
      </Stack>
    </form>
  );
}
