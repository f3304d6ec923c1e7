import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the compiler says of one line of code, as if it stood in a file of that project. */
function complaintsAbout(project: string, file: string, code: string): string[] {
  const { config } = ts.readConfigFile(join(root, `tsconfig.${project}.json`), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const path = join(root, file);
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.getSourceFile = (name, version) =>
    name === path ? ts.createSourceFile(name, code, version) : disk.getSourceFile(name, version);
  host.fileExists = (name) => name === path || disk.fileExists(name);
  host.getCurrentDirectory = () => dirname(path);
  const program = ts.createProgram(
    [path],
    { ...options, composite: false, emitDeclarationOnly: false, noEmit: true },
    host,
  );
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test.each([
  ['server', 'server/planted.ts', 'export const planted = document.title;'],
  ['sandbox', 'sandbox/planted.ts', 'export const planted = document.title;'],
  ['contract', 'contract/planted.ts', 'export const planted = process.env;'],
  ['browser', 'src/planted.ts', 'export const planted = process.env;'],
  ['worker', 'src/planted.ts', 'export const planted = document.title;'],
])('the %s project, global of another runtime used, does not compile', (project, file, code) => {
  expect(complaintsAbout(project, file, code).join()).toMatch(/Cannot find name '(document|process)'/);
});

test.each([
  ['server', 'server/planted.ts', 'export const planted = process.env;'],
  ['browser', 'src/planted.ts', 'export const planted = document.title;'],
])('the %s project, global of its own runtime used, compiles', (project, file, code) => {
  expect(complaintsAbout(project, file, code)).toEqual([]);
});
