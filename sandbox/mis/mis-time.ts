const offsetMs = 180 * 60_000;

const shifted = (at: Date) => new Date(at.getTime() + offsetMs);

/** `2026-04-18T08:45:00+03:00`: how MIS writes a moment, by the clinic's clock. */
export const misTime = (at: Date) => `${shifted(at).toISOString().slice(0, 19)}+03:00`;

/** `2026-04-18`, by the clinic's clock. */
export const misDay = (at: Date) => shifted(at).toISOString().slice(0, 10);

/** `18.04.2026 08:45`, as it stands in the text of 4008. */
export const misSpokenTime = (at: Date) => {
  const [day = '', time = ''] = shifted(at).toISOString().split('T');
  return `${day.split('-').reverse().join('.')} ${time.slice(0, 5)}`;
};
