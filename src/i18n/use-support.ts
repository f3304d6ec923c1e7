import type { FailureReport } from '#contract/operation.ts';
import type { Instant } from '#contract/time.ts';
import { deviceOffsetMinutes, formatDate, formatTime } from './format-time.ts';
import type { Language } from './language.ts';
import { useLanguage, useWords } from './use-words.tsx';

export interface SupportFact {
  readonly term: string;
  readonly value: string;
}

export interface Support {
  readonly summary: string;
  readonly facts: readonly SupportFact[];
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
}

interface Happened {
  readonly report: FailureReport | null;
  readonly operationId: string | null;
  readonly at: Instant;
}

/** What a person may read or send to support: the clinic's own words, the code, the time, the operation's id. */
export function useSupport({ report, operationId, at }: Happened): Support {
  const words = useWords();
  const language = useLanguage();
  const upstream = report?.upstream;
  const code = [upstream?.system, upstream?.status, upstream?.code].filter(Boolean).join(' ');
  const facts = [
    { term: words('common.clinicWords'), value: report?.text },
    { term: words('common.code'), value: code || report?.failure },
    { term: words('common.time'), value: onThisDevice(at, language) },
    { term: words('common.operation'), value: operationId },
  ];
  return {
    summary: words('common.details'),
    facts: facts.filter((fact): fact is SupportFact => Boolean(fact.value)),
    copy: words('common.copy'),
    copied: words('common.copied'),
    failed: words('common.copyFailed'),
  };
}

function onThisDevice(at: Instant, language: Language): string {
  const minutes = deviceOffsetMinutes(at);
  const two = (figure: number) => String(Math.floor(figure)).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
  const day = new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 10);
  return `${formatDate(day, language)}, ${formatTime({ at, offset }, language)} (UTC${offset})`;
}
