import ts from 'typescript';

/** What of a file Node cannot erase, so that it does not run unbuilt: each with its line. */
export function notErasable(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = name(node);
    if (what) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function name(node: ts.Node): string | undefined {
  if (ts.isDecorator(node)) return 'a decorator';
  if (ts.isEnumDeclaration(node) && !isDeclared(node)) return 'an enum';
  if (ts.isModuleDeclaration(node) && !isDeclared(node)) return 'a namespace';
  if (ts.isParameterPropertyDeclaration(node, node.parent)) return 'a parameter property';
  if (ts.isImportEqualsDeclaration(node) || (ts.isExportAssignment(node) && node.isExportEquals)) return 'an import or export by =';
  return undefined;
}

const isDeclared = (node: ts.EnumDeclaration | ts.ModuleDeclaration): boolean =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
