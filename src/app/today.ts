import { useState } from 'react';
import type { CalendarDay } from '#contract/time.ts';
import { deviceOffsetMinutes } from '#src/i18n/format-time.ts';

/** The calendar day on this device's clock. */
const dayOnDevice = (now: Date): CalendarDay =>
  new Date(now.getTime() + deviceOffsetMinutes(now.toISOString()) * 60_000).toISOString().slice(0, 10);

/** Today, as it was when the page was opened: a form does not change under the hands at midnight. */
export const useToday = (): CalendarDay => useState(() => dayOnDevice(new Date()))[0];
