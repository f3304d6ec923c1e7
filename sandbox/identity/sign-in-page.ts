import type { DemoPerson } from '../people/people.ts';

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const words = {
  ru: {
    title: 'Демонстрационный вход',
    lead: 'Все люди вымышлены. Выберите, кем войти.',
    refuse: 'Вернуться без входа',
  },
  en: {
    title: 'Demonstration sign-in',
    lead: 'All people are invented. Choose who to sign in as.',
    refuse: 'Go back without signing in',
  },
} as const;

export const signInStyle = `
:root{color-scheme:light dark;--ink:#1d2b2a;--paper:#f6f3ec;--card:#fffdf8;--line:#c9c2b2;--accent:#0b6158}
@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#141a19;--card:#1d2625;--line:#44514f;--accent:#7fd1c5}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem;overflow-wrap:anywhere;hyphens:auto}
ul{list-style:none;padding:0;margin:1.5rem 0;display:grid;gap:.75rem}
button{width:100%;min-height:3.5rem;padding:.75rem 1rem;text-align:left;font:inherit;color:inherit;background:var(--card);border:2px solid var(--line);border-radius:.75rem;cursor:pointer}
button:hover{border-color:var(--accent)}button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
strong{display:block}.quiet{border-color:transparent;background:none;color:var(--accent);text-decoration:underline}`;

/** The demonstration's sign-in: one button a person, and the way back without one. No script, no password: nobody here is real. */
export function signInPage(people: readonly DemoPerson[], language: 'ru' | 'en', action: string): string {
  const { title, lead, refuse } = words[language];
  const items = people
    .filter(({ role }) => role !== 'child')
    .map(
      ({ accountId, name, about }) =>
        `<li><button name="account" value="${escape(accountId)}"><strong>${escape(name)}</strong>${escape(about[language])}</button></li>`,
    );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/identity/sign-in.css"></head>
<body><main><h1>${title}</h1><p>${lead}</p><form method="post" action="${escape(action)}"><ul>${items.join('')}</ul><button name="refuse" value="yes" class="quiet">${refuse}</button></form></main></body></html>`;
}
