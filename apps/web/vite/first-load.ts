import type { Plugin, Rolldown } from 'vite';

const main = /\/src\/app\/main\.tsx$/;
type Bundle = Rolldown.OutputBundle;

/**
 * The page names all that its first script will ask for, so that nothing waits for something else to arrive; and it is
 * not drawn before that script, which is small, has said whether it is light or dark.
 */
export const firstLoad = (): Plugin => ({
  name: 'saksi-first-load',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const needed = [...withImports(bundle, fileOf(bundle))].map((file) => `/${file}`).filter((file) => !html.includes(file));
      return {
        html: html.replace('<script type="module"', '<script type="module" blocking="render"'),
        // Not `modulepreload`: a browser would prepare these, which takes long, before it runs the first script.
        tags: needed.map((href) => ({ tag: 'link', attrs: { rel: 'preload', as: 'script', crossorigin: true, href }, injectTo: 'head' as const })),
      };
    },
  },
});

function fileOf(bundle: Bundle): string {
  const found = Object.values(bundle).find((each) => each.type === 'chunk' && each.facadeModuleId !== null && main.test(each.facadeModuleId));
  if (!found) throw new Error('The app has no main chunk.');
  return found.fileName;
}

function withImports(bundle: Bundle, file: string, found = new Set<string>()): ReadonlySet<string> {
  const chunk = bundle[file];
  if (found.has(file) || chunk?.type !== 'chunk') return found;
  found.add(file);
  for (const each of chunk.imports) withImports(bundle, each, found);
  return found;
}
