import { customType, integer, text } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';

/** A moment: UTC milliseconds. */
export const instant = (name: string) => integer(name);

/** A Discord id. Text, because it does not fit into a number. */
export const snowflake = (name: string) => text(name);

export const flag = (name: string) => integer(name, { mode: 'boolean' });

/**
 * Any JSON value in a text column. What is read is parsed by the schema, so that an old or hand-edited row fails
 * where it is read (ZodError) and not somewhere later.
 */
export const json = <Schema extends z.ZodType>(name: string, schema: Schema) =>
  customType<{ data: z.output<Schema>; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => schema.parse(JSON.parse(stored)),
  })(name);
