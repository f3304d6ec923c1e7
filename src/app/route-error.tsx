import { Component, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { isThere } from '#src/queries/portal-client.ts';
import { Button } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import { Unreachable } from './unreachable.tsx';

/** What browsers say when a file of an older version is no longer there. */
const goneFile = /import|preload CSS/i;

/** A line that is only slow sends no word of being back. */
const askAgainMs = 5_000;

/** Shows a sentence instead of a blank page when a screen breaks; another address starts afresh, with nothing of the one before. */
export function RouteError({ children }: { children: ReactNode }) {
  const [address] = useLocation();
  return <Boundary key={address}>{children}</Boundary>;
}

/** The same for what is around every screen, and stays as addresses change. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { error: unknown }) {
  return error instanceof Error && goneFile.test(error.message) ? <MissingFile /> : <Sentence of="body" />;
}

/** Browsers say the same of a file that is gone and of one that could not be fetched: whether the portal answers tells which it is. */
function MissingFile() {
  const [isAway, setAway] = useState<boolean>();
  // Nothing was typed on a page that never came: loaded again, it begins where it would have.
  const again = () => isThere().then((isBack) => isBack && location.reload());
  useEffect(() => {
    void isThere().then((isThere) => setAway(!isThere));
  }, []);
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setInterval(again, askAgainMs);
    return () => clearInterval(timer);
  }, [isAway]);
  if (isAway) return <Unreachable again={() => void again()} />;
  return isAway === false && <Sentence of="newVersion" />;
}

function Sentence({ of }: { of: 'body' | 'newVersion' }) {
  const words = useWords();
  return (
    <Stack narrow>
      <PageTitle>{words('common.broken.title')}</PageTitle>
      <Lead>{words(`common.broken.${of}`)}</Lead>
      <Row>
        <Button onClick={() => location.reload()}>{words('common.broken.reload')}</Button>
      </Row>
    </Stack>
  );
}
