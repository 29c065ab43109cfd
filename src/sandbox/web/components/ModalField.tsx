import { useId } from 'preact/hooks';
import type { ModalInput } from '../api/component-types.ts';
import { Control, type FieldProps, isRequired } from './ModalControl.tsx';

const isGroup = (input: ModalInput): boolean => input.type === 21 || input.type === 22 || input.type === 19;

/** A labelled part of a modal with its description and, once checked, what is wrong with it. */
export function ModalField(props: FieldProps) {
  const { input, label, description, problem } = props;
  const id = useId();
  const described =
    [description === undefined ? '' : `${id}-about`, problem === undefined ? '' : `${id}-problem`]
      .filter(Boolean)
      .join(' ') || undefined;
  const words = (
    <>
      {label}
      {isRequired(input) && (
        <span class="star" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </>
  );
  const inner = (
    <>
      {description !== undefined && (
        <p class="field-about" id={`${id}-about`}>
          {description}
        </p>
      )}
      <Control {...props} id={id} described={described} />
      {problem !== undefined && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
  if (isGroup(input)) {
    return (
      <fieldset
        class={problem === undefined ? 'field' : 'field wrong'}
        data-field={input.custom_id}
        aria-describedby={described}
      >
        <legend>{words}</legend>
        {inner}
      </fieldset>
    );
  }
  return (
    <div
      class={problem === undefined ? 'field' : 'field wrong'}
      data-field={input.type === 4 || input.type === 23 ? undefined : input.custom_id}
    >
      {input.type === 23 ? null : (
        <label class="field-label" for={id}>
          {words}
        </label>
      )}
      {inner}
    </div>
  );
}
