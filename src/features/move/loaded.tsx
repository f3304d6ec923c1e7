import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readFailureText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { problemOf } from '#src/queries/portal-client.ts';
import { Loaded as AnyLoaded } from '#src/ui/loaded.tsx';

/** What a query brought to a move; where it brought nothing, nothing has changed. */
export function Loaded<T>({
  query,
  isRegistrar,
  children,
}: {
  query: UseQueryResult<T>;
  isRegistrar: boolean;
  children: (data: T) => ReactNode;
}) {
  const words = useWords();
  return (
    <AnyLoaded
      query={query}
      wait={words('move.loading')}
      failed={(error) =>
        readFailureText(
          words,
          problemOf(error),
          { body: words('move.readFailed.body'), retry: words('move.retry') },
          isRegistrar,
        )
      }
    >
      {children}
    </AnyLoaded>
  );
}
