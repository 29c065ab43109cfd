import type { SelectComponent } from '../api/component-types.ts';

/** What is chosen before anyone touched it. */
export function defaultValues(component: SelectComponent): string[] {
  if (component.type === 3)
    return (component.options ?? [])
      .filter((option) => option.default === true)
      .map((option) => option.value);
  return (component.default_values ?? []).map((value) => value.id);
}
