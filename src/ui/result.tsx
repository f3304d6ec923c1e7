import type { ReactNode } from 'react';
import { Facts, type Fact } from './facts.tsx';
import { Details } from './details.tsx';
import type { NoticeTone } from './notice.tsx';
import { PageTitle } from './page-title.tsx';
import { Row, Stack } from './stack.tsx';
import { Tag } from './tag.tsx';
import { Lead } from './text.tsx';

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
  details,
  children,
}: {
  tone: NoticeTone;
  /** The state in two words. */
  state: string;
  /** The state as a sentence. */
  title: string;
  why: ReactNode;
  actions?: ReactNode;
  phone?: ReactNode;
  details?: { readonly summary: string; readonly facts: readonly Fact[]; readonly copy: ReactNode };
  children?: ReactNode;
}) {
  return (
    <Stack narrow>
      <Stack gap="tight">
        <div>
          <Tag tone={tone}>{state}</Tag>
        </div>
        <PageTitle>{title}</PageTitle>
        <Lead>{why}</Lead>
      </Stack>
      {children}
      {actions && <Row>{actions}</Row>}
      {phone && <p>{phone}</p>}
      {details && (
        <Details summary={details.summary}>
          <Stack gap="tight">
            <Facts facts={details.facts} />
            <Row>{details.copy}</Row>
          </Stack>
        </Details>
      )}
    </Stack>
  );
}
