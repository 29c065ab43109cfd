import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageHistoryRoutes } from './message-history.ts';
import { messageRoutes } from './messages.ts';
import { resourceRoutes } from './resources.ts';
import type { Route } from './route.ts';

/** Every table of routes; a new resource adds its own here. */
export const routeTables: readonly (readonly Route[])[] = [
  messageRoutes,
  messageHistoryRoutes,
  channelRoutes,
  guildRoutes,
  commandRoutes,
  interactionRoutes,
  resourceRoutes,
];
