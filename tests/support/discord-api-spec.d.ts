/** The package has no types for its zod schemas: each export ending in `Schema` is one. */
declare module 'discord-api-spec/zod';
