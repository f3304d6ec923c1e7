import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import { Details } from './details.tsx';
import { Facts } from './facts.tsx';
import type { NoticeTone } from './notice.tsx';
import { PageTitle, TitlePicture } from './page-title.tsx';
import { Row, Stack } from './stack.tsx';
import { Tag } from './tag.tsx';
import { Lead } from './text.tsx';

/** What support may ask for; the words come with it. */
interface SupportWords {
  readonly summary: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
}

interface ResultProps {
  tone: NoticeTone;
  /** The state in two words. */
  state: string;
  /** The state as a sentence: is it still on? */
  title: string;
  why?: ReactNode;
  /** The main one first. */
  actions?: ReactNode;
  phone?: ReactNode;
  support?: SupportWords;
  /** Shown as a part of another page, which has its own title. */
  isPicture?: boolean;
  children?: ReactNode;
}

/**
 * The page that ends a write, always in this order: is it still on, why, what it is about, the one thing to do and the
 * other one, the telephone, details for support.
 */
export function Result({
  tone,
  state,
  title,
  why,
  actions,
  phone,
  support,
  isPicture,
  children,
}: ResultProps) {
  const Title = isPicture ? TitlePicture : PageTitle;
  return (
    <Stack narrow>
      <Stack gap="tight">
        {state && (
          <div>
            <Tag tone={tone}>{state}</Tag>
          </div>
        )}
        <Title>{title}</Title>
        {why && <Lead>{why}</Lead>}
      </Stack>
      {children}
      {actions && <Row>{actions}</Row>}
      {phone && <Row>{phone}</Row>}
      {support && (
        <Details summary={support.summary}>
          <Facts facts={support.facts} />
          <Row>
            <CopyButton
              text={support.facts.map(({ term, value }) => `${term}: ${value}`).join('\n')}
              words={support}
            />
          </Row>
        </Details>
      )}
    </Stack>
  );
}
