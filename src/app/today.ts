import { useState } from 'react';
import type { CalendarDay } from '#contract/time.ts';
import { deviceDay } from '#src/i18n/format-time.ts';

/** Today, as it was when the page was opened: a form does not change under the hands at midnight. */
export const useToday = (): CalendarDay => useState(() => deviceDay(new Date()))[0];
