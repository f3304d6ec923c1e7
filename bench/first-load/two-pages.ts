import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import startTalon from '../../e2e/fixtures/start-talon.ts';

/** The same rows without a script: what this server and this browser need at the very least. */
const plainPage = (rows: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Записи</title><main>${rows}</main>`;

/** Passes everything on to the portal but one address, which is the plain page: one server, one origin for both. */
async function beside(portal: URL, page: () => string) {
  const server = createServer((asked, answered) => {
    if (asked.url === '/plain') {
      answered.setHeader('content-type', 'text/html; charset=utf-8').end(page());
      return;
    }
    const { method = 'GET', url = '/', headers } = asked;
    const onwards = ask({ host: '127.0.0.1', port: portal.port, method, path: url, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(answered);
    });
    onwards.on('error', () => answered.destroy());
    asked.pipe(onwards);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', () => done()));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Somebody signed in; answers the rows of their list. */
async function signIn(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${process.env['TALON_URL']}/auth/login?return=/`);
  await page.getByRole('button', { name: 'Анна Соколова' }).click();
  await page.getByRole('heading', { level: 3 }).nth(3).waitFor();
  const rows = await page.locator('main').innerHTML();
  await page.close();
  return rows.replace(/<(svg|button|form)[\s\S]*?<\/\1>/g, '');
}

/** Talon with its sandbox, and the plain page beside it, for somebody who signs in to both. */
export async function twoPages() {
  const stop = await startTalon();
  let rows = '';
  const { port, close } = await beside(new URL(process.env['TALON_URL'] ?? ''), () => plainPage(rows));
  return {
    addresses: { plain: `http://localhost:${port}/plain`, portal: `http://localhost:${port}/` },
    signIn: async (context: BrowserContext) => void (rows = await signIn(context)),
    stop: async () => {
      close();
      await stop();
    },
  };
}

export const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
