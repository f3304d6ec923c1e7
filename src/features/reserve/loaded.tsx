import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readFailureText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { problemOf } from '#src/queries/portal-client.ts';
import { Loaded as AnyLoaded } from '#src/ui/loaded.tsx';

/** What a query brought to a step of the reservation; where it brought nothing, the choices are kept. */
export function Loaded<T>({
  query,
  wait,
  children,
}: {
  query: UseQueryResult<T>;
  /** What is said meanwhile, where it takes longer than usual. */
  wait?: string;
  children: (data: T) => ReactNode;
}) {
  const words = useWords();
  return (
    <AnyLoaded
      query={query}
      wait={wait ?? words('reserve.loading')}
      failed={(error) =>
        readFailureText(words, problemOf(error), {
          body: words('reserve.readFailed.body'),
          retry: words('reserve.retry'),
        })
      }
    >
      {children}
    </AnyLoaded>
  );
}
