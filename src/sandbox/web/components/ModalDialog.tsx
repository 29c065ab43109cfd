import { useRef, useState } from 'preact/hooks';
import type { ModalComponent } from '../api/component-types.ts';
import { useDialog } from '../hooks/use-dialog.ts';
import { Markdown } from '../markdown/Markdown.tsx';
import { applicationUser } from '../state/application.ts';
import { useSession, useView } from '../state/context.ts';
import { closeModal, submitModal } from '../state/interaction-actions.ts';
import {
  initialValues,
  inputProblem,
  type ModalValue,
  type ModalValues,
  modalInputs,
  sentModal,
} from '../state/modal-values.ts';
import type { OpenModal } from '../state/model.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import { ModalField } from './ModalField.tsx';

export function ModalHost() {
  const modal = useView((state) => state.modal);
  return modal === undefined ? null : <ModalDialog key={modal.id} modal={modal} />;
}

/** A form that a bot has opened. It stays open until the bot has taken it, and says what is wrong beside each field. */
function ModalDialog({ modal }: { modal: OpenModal }) {
  const session = useSession();
  const app = useView((state) => applicationUser(state, modal.applicationId));
  const [values, setValues] = useState<ModalValues>(() => initialValues(modal.components));
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const dialog = useDialog(() => closeModal(session));
  const busy = modal.nonce !== undefined;

  const submit = () => {
    if (busy) return;
    setChecked(true);
    const wrong = modalInputs(modal.components).find(
      (input) => inputProblem(input, values[input.custom_id]) !== undefined,
    );
    if (wrong !== undefined) {
      const field = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wrong.custom_id)}"]`);
      (field?.matches('input, textarea, button') === true
        ? field
        : field?.querySelector<HTMLElement>('input, button')
      )?.focus();
      return;
    }
    const { components, files } = sentModal(modal.components, values);
    void submitModal(session, modal, components, files);
  };
  const change = (customId: string, value: ModalValue) => setValues((all) => ({ ...all, [customId]: value }));

  return (
    <dialog class="dialog modal" ref={dialog} aria-labelledby="modal-title">
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <header>
          <Avatar user={app} size={36} />
          <h2 id="modal-title">{modal.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => closeModal(session)}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-body">
          {modal.components.map((component, index) => (
            <Part
              key={index}
              component={component}
              modal={modal}
              values={values}
              checked={checked}
              onChange={change}
            />
          ))}
          <p class="modal-note">
            This form goes to <strong>{app.global_name ?? app.username}</strong>.
          </p>
        </div>
        {modal.problem !== undefined && (
          <p class="failure" role="alert">
            <Icon name="alert" size={15} /> {modal.problem}
          </p>
        )}
        <footer>
          <button type="button" class="button secondary" onClick={() => closeModal(session)}>
            Cancel
          </button>
          <button
            type="submit"
            class={busy ? 'button primary busy' : 'button primary'}
            aria-busy={busy}
            aria-disabled={busy}
          >
            <span>Submit</span>
            {busy && <span class="dots" aria-hidden="true" />}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

interface PartProps {
  component: ModalComponent;
  modal: OpenModal;
  values: ModalValues;
  checked: boolean;
  onChange(customId: string, value: ModalValue): void;
}

function Part({ component, modal, values, checked, onChange }: PartProps) {
  const guildId = useView((state) => state.channels[modal.channelId]?.guild_id);
  if (component.type === 10) return <Markdown text={component.content} />;
  const inputs =
    component.type === 18
      ? [{ label: component.label, description: component.description, input: component.component }]
      : component.components.map((input) => ({ label: input.label ?? '', description: undefined, input }));
  return (
    <>
      {inputs.map(({ label, description, input }) => (
        <ModalField
          key={input.custom_id}
          input={input}
          label={label}
          description={description}
          value={values[input.custom_id] ?? {}}
          problem={checked ? inputProblem(input, values[input.custom_id]) : undefined}
          guildId={guildId}
          onChange={(value) => onChange(input.custom_id, value)}
        />
      ))}
    </>
  );
}
