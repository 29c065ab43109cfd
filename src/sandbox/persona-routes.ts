import { invalidForm } from './errors.ts';
import type { NewFault } from './faults.ts';
import type { GatewayFault } from './gateway/gateway-faults.ts';
import { noContent, ok, type Route } from './routes/route.ts';
import type { Sandbox } from './sandbox.ts';

/*
 * What only the sandbox has, under /sandbox: who one can act as, the clock, faults, the request log. No token
 * is needed: the server listens on loopback and everything in it is sample data.
 */

export function sandboxRoutes(sandbox: Sandbox): Route[] {
  const { world, faults, requests } = sandbox;
  const add = (path: string, method: Route['method'], handle: Route['handle']): Route => ({
    method,
    path,
    auth: 'none',
    handle,
  });
  return [
    add('/personas', 'GET', () =>
      ok([...world.personas.values()].map((persona) => personaView(sandbox, persona.id))),
    ),
    add('/state', 'GET', () => ok(stateOf(sandbox))),
    add('/clock', 'POST', ({ body }) => {
      const ms = (body as { advance_ms?: unknown } | undefined)?.advance_ms;
      if (typeof ms !== 'number' || !(ms >= 0))
        throw invalidForm('advance_ms', 'NUMBER_TYPE_MIN', 'A clock only moves forward');
      sandbox.advance(ms);
      return ok(clockOf(sandbox));
    }),
    add('/faults', 'GET', () => ok(faults.list())),
    add('/faults', 'POST', ({ body }) => ok(faults.add(body as NewFault))),
    add('/faults', 'DELETE', () => {
      faults.remove();
      sandbox.gateway.faults.clear();
      return noContent();
    }),
    add('/faults/gateway', 'POST', ({ body }) => {
      sandbox.gateway.faults.inject(body as GatewayFault);
      return noContent();
    }),
    add('/faults/:fault_id', 'DELETE', ({ params }) => {
      faults.remove(params['fault_id']);
      return noContent();
    }),
    add('/requests', 'GET', ({ query }) => ok(requests.since(Number(query.get('since') ?? 0)))),
  ];
}

function personaView({ world }: Sandbox, id: string): object {
  const user = world.users.get(id);
  const persona = world.personas.get(id);
  const roles = [...world.guilds.values()].flatMap((guild) =>
    (guild.members.get(id)?.roles ?? []).flatMap((roleId) => guild.roles.get(roleId) ?? []),
  );
  return {
    id,
    username: user?.username,
    global_name: user?.global_name,
    avatar: user?.avatar,
    token: persona?.token,
    label: persona?.label,
    locale: world.locales.get(id),
    roles: roles.map(({ id: roleId, name, color }) => ({ id: roleId, name, color })),
  };
}

const clockOf = ({ world }: Sandbox): object => ({ now: world.now(), clock_offset_ms: world.clock.offset });

function stateOf(sandbox: Sandbox): object {
  const { world, faults } = sandbox;
  return {
    ...clockOf(sandbox),
    application: { id: world.application.id, name: world.application.name, bot_id: world.botId },
    bot_connected: world.botConnected(),
    guild_ids: [...world.guilds.keys()],
    faults: faults.list(),
    gateway_outage: sandbox.gateway.faults.outage(),
    requests: sandbox.requests.seq,
  };
}
