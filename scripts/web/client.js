import openapi, { astToString } from 'openapi-typescript';

const verbs = ['get', 'post'];

/** The types of every command, question and answer, from the API's description; of errors there is one type, `Problem`. */
export async function clientOf(description) {
  const paths = Object.fromEntries(Object.entries(description.paths).map(([path, item]) => [path, onlyWhatClientsUse(item)]));
  const { schemas, securitySchemes } = description.components;
  const types = astToString(await openapi({ ...description, paths, components: { schemas, securitySchemes } }, { alphabetize: true, excludeDeprecated: true }));
  return `/* Made from the API's description by scripts/web.js; not to be edited. */\n${types}`;
}

function onlyWhatClientsUse(item) {
  return Object.fromEntries(
    verbs.flatMap((verb) => {
      const operation = item[verb];
      if (!operation) return [];
      const responses = Object.fromEntries(Object.entries(operation.responses).filter(([status]) => status.startsWith('2')));
      const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in !== 'header');
      return [[verb, { ...operation, responses, parameters }]];
    }),
  );
}
