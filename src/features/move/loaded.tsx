import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureText } from '#src/i18n/failure-text.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { problemOf } from '#src/queries/portal-client.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';

/** What a query brought; while it has not: that it is on its way, or why it did not come and the way to ask again. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const words = useWords();
  const { data, error, isPending, isFetching, refetch } = query;
  if (data !== undefined) return children(data);
  if (isPending) return <Progress words={words('move.loading')} />;
  const { failure, facts } = problemOf(error);
  return (
    <Notice
      tone="danger"
      title={failureText(words, failure, facts).title}
      actions={
        <Button disabled={isFetching} onClick={() => void refetch()}>
          {words('move.retry')}
        </Button>
      }
    >
      <p>{words('move.readFailed.body')}</p>
    </Notice>
  );
}
