import { describe, expect, test } from 'vitest';
import { graceFlow, graceMs, isListening, isWaiting, noGrace, type GraceEvent } from './grace-flow.ts';

const tick = (sinceMs: number): GraceEvent => ({ type: 'ticked', sinceMs });
const after = (...events: GraceEvent[]) => events.reduce(graceFlow, noGrace);
const started: GraceEvent = { type: 'started' };
const second = tick(1_000);
const seconds = (count: number) => Array.from({ length: count }, () => second);

describe('the time to think better of it', () => {
  test('is eight seconds, and over after them', () => {
    expect(after(started, ...seconds(7))).toEqual({ step: 'counting', leftMs: 1_000 });
    expect(after(started, ...seconds(8))).toEqual({ step: 'over' });
  });

  test('stands still while it is paused, and goes on from there', () => {
    const paused = after(started, ...seconds(3), { type: 'paused', why: 'asked' });
    expect(paused).toEqual({ step: 'paused', leftMs: 5_000, why: 'asked' });
    expect(seconds(20).reduce(graceFlow, paused)).toEqual(paused);
    expect(graceFlow(paused, { type: 'resumed' })).toEqual({ step: 'counting', leftMs: 5_000 });
  });

  test('stands still when the device slept: nothing is sent that nobody watches', () => {
    expect(after(started, second, tick(60_000))).toEqual({ step: 'paused', leftMs: 7_000, why: 'away' });
  });

  test('is not paused twice: who was away finds the pause that was asked for', () => {
    const asked = after(started, { type: 'paused', why: 'asked' });
    expect(graceFlow(asked, { type: 'paused', why: 'away' })).toEqual(asked);
  });

  test('does not begin anew while it runs', () => {
    expect(after(started, second, started)).toEqual({ step: 'counting', leftMs: graceMs - 1_000 });
  });

  test('is over at once when somebody will not wait, and not by the second half of a double click', () => {
    expect(after(started, { type: 'hurried' })).toEqual({ step: 'counting', leftMs: graceMs });
    expect(after(started, second, { type: 'hurried' })).toEqual({ step: 'over' });
    expect(after(started, second, { type: 'paused', why: 'asked' }, { type: 'hurried' })).toEqual({
      step: 'over',
    });
  });

  test.each<[string, GraceEvent[]]>([
    ['while it runs', [started, second]],
    ['while it is paused', [started, second, { type: 'paused', why: 'away' }]],
    ['once it is over', [started, ...seconds(8)]],
  ])('ends %s', (_when, events) => {
    expect(after(...events, { type: 'ended' })).toEqual(noGrace);
  });

  test('never begins by itself', () => {
    for (const event of [second, { type: 'resumed' }, { type: 'hurried' }] satisfies GraceEvent[])
      expect(after(event)).toEqual(noGrace);
    expect(after({ type: 'paused', why: 'away' })).toEqual(noGrace);
  });

  test('is waiting and listening only where it says so', () => {
    expect([noGrace, after(started), { step: 'over' } as const].map(isWaiting)).toEqual([false, true, false]);
    expect([noGrace, after(started), after(started, second)].map(isListening)).toEqual([false, false, true]);
  });
});
