import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DownloadButton } from '#client/ui/lists/download-button.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { FileField } from '#client/ui/forms/file-field.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { importReads, type ImportKindOffered } from '../api/imports.ts';
import { ImportSteps } from './import-steps.tsx';

const mostBytes = 20_000_000;

interface ImportStartProps {
  /** What a link from elsewhere has chosen already. */
  readonly preset: { readonly kind: string; readonly scopeId: string };
}

/** The first step: what, whereto, and the file. */
export function ImportStart({ preset }: ImportStartProps) {
  const { t } = useTranslation('imports');
  const { data, error, refetch } = useAnswer('GET /import-kinds');
  if (error && !data) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return null;
  return (
    <Panel title={t('start.title')}>
      <StartForm kinds={data.items} preset={preset} />
    </Panel>
  );
}

const idOf = ({ scope }: ImportKindOffered['scopes'][number]): string => Object.values(scope).join('/');

function StartForm({ kinds, preset }: ImportStartProps & { readonly kinds: readonly ImportKindOffered[] }) {
  const { t } = useTranslation('imports');
  const word = useWords();
  const navigate = useNavigate();
  const [chosenKind, setKind] = useState(preset.kind);
  const [chosenScope, setScope] = useState(preset.scopeId);
  const [file, setFile] = useState<File | null>(null);
  const [isAsked, setAsked] = useState(false);
  const act = useAct('POST /imports', {
    refreshes: importReads,
    onDone: ({ id }) => void navigate(pathTo('import', { importId: id })),
  });
  const kind = kinds.find((one) => one.kind === chosenKind) ?? kinds[0];
  if (!kind) return null;
  const scope = kind.scopes.find((one) => idOf(one) === chosenScope) ?? kind.scopes[0];
  const needsScope = kind.scopeKeys.length > 0;
  const fault = file === null ? (isAsked ? t('start.none') : undefined) : file.size > mostBytes ? t('start.tooLarge') : undefined;
  const send = (): void => {
    setAsked(true);
    if (!file || file.size > mostBytes || (needsScope && !scope)) return;
    act.act({ query: { kind: kind.kind, fileName: file.name.slice(-200), ...(scope?.scope ?? {}) }, body: file });
  };
  return (
    <div className="form">
      <ImportSteps state={null} />
      <Field id="import-kind" label={t('start.kind')}>
        {(control) => (
          <select {...control} className="input" value={kind.kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {word('importKind', one.kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {needsScope ? <ScopeChoice kind={kind} value={scope ? idOf(scope) : ''} onChange={setScope} /> : null}
      <div className="stack-tight">
        <p className="secondary">{t('start.templateWhy')}</p>
        <div className="row">
          <DownloadButton
            route="GET /import-kinds/{kind}/template"
            input={{ params: { kind: kind.kind } }}
            label={t('start.template')}
            workingLabel={t('download.working')}
          />
        </div>
      </div>
      <FileField
        id="import-file"
        label={t('start.file')}
        hint={t('start.fileHint')}
        error={fault}
        accept=".xlsx,.csv,.txt"
        chosen={file?.name ?? null}
        onChoose={setFile}
      />
      <ProblemAlert error={act.error} onRetry={send} />
      <div className="row">
        <Button type="primary" loading={act.isActing} disabled={needsScope && !scope} onClick={send}>
          {act.isActing ? t('start.uploading') : t('start.act')}
        </Button>
      </div>
    </div>
  );
}

interface ScopeChoiceProps {
  readonly kind: ImportKindOffered;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function ScopeChoice({ kind, value, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('imports');
  if (kind.scopes.length === 0) {
    return (
      <Notice tone="warn">
        <p>{kind.kind === 'menu' ? t('start.noDraft') : t('start.noScope')}</p>
        {kind.kind === 'menu' ? <ButtonLink to={pathTo('editions')}>{t('start.toEditions')}</ButtonLink> : null}
      </Notice>
    );
  }
  return (
    <Field id="import-scope" label={t('start.scope')}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {kind.scopes.map((one) => (
            <option key={idOf(one)} value={idOf(one)}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
