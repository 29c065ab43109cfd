import type { SeedApplication, SeedUser } from './seed-types.ts';

/** Hearth's application and its bot user, registered at `registeredAt` (UTC ms). As on Discord they share an id. */
export function buildBot(
  registeredAt: number,
  snowflake: (at: number) => string,
): { application: Omit<SeedApplication, 'owner_id'>; user: SeedUser } {
  const id = snowflake(registeredAt);
  return {
    application: {
      id,
      name: 'Hearth',
      description: 'Polls and more for small communities.',
      bot_user_id: id,
    },
    user: {
      id,
      username: 'Hearth',
      global_name: null,
      discriminator: '0420',
      avatar: null,
      bot: true,
      locale: 'en-US',
    },
  };
}
