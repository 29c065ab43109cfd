import { applicationFlags } from '../gateway/payloads.ts';
import type { StartLimit } from '../gateway/start-limit.ts';
import type { World } from '../world/types.ts';
import { ok, type Route } from './route.ts';

/** Where the gateway is, and who the bot is. */
export function gatewayInfoRoutes(startLimit: () => StartLimit, shards: number): Route[] {
  const address = (world: World): string => `${world.origin.replace('http', 'ws')}/gateway`;
  return [
    { method: 'GET', path: '/gateway', auth: 'none', handle: ({ world }) => ok({ url: address(world) }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      auth: 'bot',
      handle({ world }) {
        const limit = startLimit();
        return ok({
          url: address(world),
          shards,
          session_start_limit: {
            total: limit.total,
            remaining: limit.remaining(),
            reset_after: Math.round(limit.resetAfter()),
            max_concurrency: limit.maxConcurrency,
          },
        });
      },
    },
    {
      method: 'GET',
      path: '/users/@me',
      handle({ actor, world }) {
        const locale = world.locales.get(actor.user.id) ?? 'en-US';
        return ok({ ...actor.user, verified: true, mfa_enabled: true, email: null, flags: 0, locale });
      },
    },
    {
      method: 'GET',
      path: '/applications/@me',
      auth: 'bot',
      handle: ({ world }) => ok(applicationObject(world)),
    },
    {
      method: 'GET',
      path: '/oauth2/applications/@me',
      auth: 'bot',
      handle: ({ world }) => ok(applicationObject(world)),
    },
  ];
}

function applicationObject(world: World): object {
  const { id, name, description, ownerId } = world.application;
  return {
    id,
    name,
    description,
    icon: null,
    type: null,
    bot: world.users.get(world.botId),
    owner: world.users.get(ownerId),
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(world),
    flags_new: String(applicationFlags(world)),
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    tags: [],
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    integration_types_config: { 0: {} },
  };
}
