import type { APIApplicationCommand } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { commandsIn, mayUse } from '../interactions/find-command.ts';
import { checkCommand, checkCommandEdit, checkCommands, checkCounts } from '../rules/validate-command.ts';
import { channelOf, guildFor } from '../world/lookup.ts';
import { canView } from '../world/permissions.ts';
import type { ChannelState, Snowflake, World } from '../world/types.ts';
import { created, noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const GLOBAL = '/applications/:application_id/commands';
const GUILD = '/applications/:application_id/guilds/:guild_id/commands';

/** Registering commands (the bot) and listing the usable ones (people). */
export const commandRoutes: Route[] = [
  ...[GLOBAL, GUILD].flatMap((path): Route[] => [
    { method: 'GET', path, auth: 'bot', handle: list },
    { method: 'POST', path, auth: 'bot', handle: create },
    { method: 'PUT', path, auth: 'bot', handle: overwrite },
    { method: 'GET', path: `${path}/:command_id`, auth: 'bot', handle: get },
    { method: 'PATCH', path: `${path}/:command_id`, auth: 'bot', handle: edit },
    { method: 'DELETE', path: `${path}/:command_id`, auth: 'bot', handle: remove },
  ]),
  { method: 'GET', path: '/guilds/:guild_id/application-command-index', auth: 'user', handle: guildIndex },
  {
    method: 'GET',
    path: '/channels/:channel_id/application-command-index',
    auth: 'user',
    handle: channelIndex,
  },
];

type Commands = Map<Snowflake, APIApplicationCommand>;

function storeOf(request: RouteRequest): { commands: Commands; guildId: Snowflake | undefined } {
  const { world, params } = request;
  if (params['application_id'] !== world.application.id) throw refuse(10002);
  const guildId = params['guild_id'];
  if (guildId === undefined) return { commands: world.commands.global, guildId };
  guildFor(world, guildId, world.botId);
  let commands = world.commands.guild.get(guildId);
  if (commands === undefined) {
    commands = new Map();
    world.commands.guild.set(guildId, commands);
  }
  return { commands, guildId };
}

/** Texts in other languages come only on request, as with Discord. */
function list(request: RouteRequest): RouteAnswer {
  const { commands } = storeOf(request);
  const localized = request.query.get('with_localizations') === 'true';
  return ok([...commands.values()].map((command) => (localized ? command : withoutLocalizations(command))));
}

function withoutLocalizations(command: APIApplicationCommand): object {
  const { name_localizations: _, description_localizations: __, ...rest } = command;
  return rest;
}

type Fields = Partial<APIApplicationCommand> & { name: string };

function stored(
  world: World,
  guildId: Snowflake | undefined,
  fields: Fields,
  before: APIApplicationCommand | undefined,
): APIApplicationCommand {
  const type = fields.type ?? before?.type ?? 1;
  const command = {
    application_id: world.application.id,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    ...(guildId === undefined ? { contexts: null, integration_types: [0] } : {}),
    name_localizations: null,
    description_localizations: null,
    description: '',
    ...fields,
    id: before?.id ?? world.snowflake(),
    type,
    version: world.snowflake(),
  };
  return command;
}

const sameName = (commands: Commands, fields: Fields): APIApplicationCommand | undefined =>
  [...commands.values()].find((one) => one.name === fields.name && one.type === (fields.type ?? 1));

/** Creating one with the name of another replaces it (200 instead of 201). */
function create(request: RouteRequest): RouteAnswer {
  const { commands, guildId } = storeOf(request);
  checkCommand(request.body);
  const fields = request.body as Fields;
  const before = sameName(commands, fields);
  if (before === undefined) checkCounts([...commands.values(), fields]);
  const command = stored(request.world, guildId, fields, before);
  commands.set(command.id, command);
  return before === undefined ? created(command) : ok(command);
}

function overwrite(request: RouteRequest): RouteAnswer {
  const { commands, guildId } = storeOf(request);
  checkCommands(request.body);
  const next = (request.body as Fields[]).map((fields) =>
    stored(request.world, guildId, fields, sameName(commands, fields)),
  );
  commands.clear();
  for (const command of next) commands.set(command.id, command);
  return ok(next);
}

function found(request: RouteRequest): {
  command: APIApplicationCommand;
  commands: Commands;
  guildId: Snowflake | undefined;
} {
  const { commands, guildId } = storeOf(request);
  const command = commands.get(param(request, 'command_id'));
  if (command === undefined) throw refuse(10063);
  return { command, commands, guildId };
}

function get(request: RouteRequest): RouteAnswer {
  return ok(found(request).command);
}

function edit(request: RouteRequest): RouteAnswer {
  const { command, commands, guildId } = found(request);
  checkCommandEdit(request.body, command as unknown as Record<string, unknown>);
  const next = stored(request.world, guildId, { ...command, ...(request.body as Partial<Fields>) }, command);
  commands.set(next.id, next);
  return ok(next);
}

function remove(request: RouteRequest): RouteAnswer {
  const { command, commands } = found(request);
  commands.delete(command.id);
  return noContent();
}

/** What the picker offers: commands that this person may use in at least one channel of the guild. */
function guildIndex(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const guild = guildFor(world, param(request, 'guild_id'), actor.user.id);
  const states = [...guild.channelIds].flatMap((id) => world.channels.get(id) ?? []);
  return index(world, actor.user.id, guild.id, states);
}

function channelIndex(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const state = channelOf(world, param(request, 'channel_id'));
  if (!canView(world, actor.user.id, state)) throw refuse(50001);
  return index(world, actor.user.id, state.guildId, [state]);
}

function index(
  world: World,
  userId: Snowflake,
  guildId: Snowflake | undefined,
  states: ChannelState[],
): RouteAnswer {
  const { id, name, description } = world.application;
  const bot = world.users.get(world.botId);
  const usable = commandsIn(world, guildId).filter((command) =>
    states.some((state) => mayUse(world, userId, state, command)),
  );
  return ok({
    applications: [{ id, name, description, icon: null, bot, bot_id: world.botId }],
    application_commands: usable,
  });
}
