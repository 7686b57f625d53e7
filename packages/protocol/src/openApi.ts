import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { type Operation, operations } from './operations.ts';
import { failureSchema } from './record.ts';

type Document = ReturnType<typeof createDocument>;

/** The OpenAPI 3.1 description of {@link operations}, made of the schemas that the server validates with. */
export function openApiDocument(version: string): Document {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Chapeau',
        version,
        description:
          'A request names its seat in the header `X-Chapeau-Seat` (or the query `seat`) and shows the cookie that signing in set, ' +
          'or carries `Authorization: Bearer TOKEN`. Rooms are WebSockets at `/rooms/ROOM` that speak the y-websocket protocol. ' +
          'The event stream of a record is also to be had as a WebSocket at its address, in text frames: browsers open few HTTP ' +
          'connections to one server over all their tabs.',
      },
      components: {
        securitySchemes: {
          seat: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-chapeau-SEAT',
            description: 'chapeau-SEAT over http on localhost',
          },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      paths: paths(),
    },
    { override: describeTransform },
  );
}

// A branded id is a pattern and then a transform that changes nothing: what comes out looks as what goes in.
function describeTransform(context: { jsonSchema: Record<string, unknown>; zodSchema: z.core.$ZodTypes }): void {
  const { def } = context.zodSchema._zod;
  // Unchangeable for the program that holds it, not for the one that sends it.
  if (def.type === 'readonly') delete context.jsonSchema['readOnly'];
  if (def.type !== 'pipe') return;
  const { $schema: _, ...before } = z.toJSONSchema(def.in, { io: 'input', unrepresentable: 'any' });
  for (const key of Object.keys(context.jsonSchema)) delete context.jsonSchema[key];
  Object.assign(context.jsonSchema, before);
}

function paths(): ZodOpenApiPathsObject {
  const found: ZodOpenApiPathsObject = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    found[path] = { ...found[path], [operation.method]: describe(name, operation) };
  }
  return found;
}

function describe(name: string, operation: Operation) {
  const parameters = [...operation.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter ?? '');
  return {
    operationId: name,
    summary: operation.summary,
    description: whoMay(operation),
    security: operation.access.type === 'anyone' ? [] : [{ seat: [] }, { bearer: [] }],
    requestParams: {
      path: z.object(Object.fromEntries(parameters.map((parameter) => [parameter, z.string()]))),
      query: z.object(
        Object.fromEntries(
          Object.entries(operation.query).map(([key, description]) => [
            key,
            z.string().optional().meta({ description }),
          ]),
        ),
      ),
    },
    ...(operation.body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }),
    responses: responses(operation),
  };
}

function whoMay({ access }: Operation): string {
  return access.type === 'anyone' ? 'By anyone.' : `By: ${access.roles.join(', ')}.`;
}

function responses({ answer }: Operation): ZodOpenApiResponsesObject {
  const failure = {
    description: 'What was wrong and what to do',
    content: { 'application/json': { schema: failureSchema } },
  };
  switch (answer.type) {
    case 'json':
      return {
        '200': { description: 'Done', content: { 'application/json': { schema: answer.schema } } },
        default: failure,
      };
    case 'nothing':
      return { '204': { description: 'Done' }, default: failure };
    case 'media':
      return { '200': { description: 'Done', content: { [answer.media]: {} } }, default: failure };
  }
}
