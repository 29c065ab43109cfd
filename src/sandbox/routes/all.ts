import { commandRoutes } from './commands.ts';
import { interactionRoutes } from './interactions.ts';
import { resourceRoutes } from './resources.ts';
import type { Route } from './route.ts';

/** Every table of routes; a new resource adds its own here. */
export const routeTables: readonly (readonly Route[])[] = [interactionRoutes, commandRoutes, resourceRoutes];
