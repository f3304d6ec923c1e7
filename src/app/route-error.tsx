import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { Button } from '#src/ui/button.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';

/** What browsers say when a file of an older version is no longer there. */
const goneFile = /dynamically imported module|module script failed|preload CSS/i;

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
  const words = useWords();
  const isNewVersion = error instanceof Error && goneFile.test(error.message);
  return (
    <Stack narrow>
      <PageTitle>{words('common.broken.title')}</PageTitle>
      <Lead>{words(isNewVersion ? 'common.broken.newVersion' : 'common.broken.body')}</Lead>
      <Row>
        <Button onClick={() => location.reload()}>{words('common.broken.reload')}</Button>
      </Row>
    </Stack>
  );
}
