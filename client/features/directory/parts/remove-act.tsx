import { Button } from 'antd';
import { useState } from 'react';
import type { CallError } from '#client/lib/call-error.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useChangeWords } from '../api/directory.ts';

interface RemoveActProps {
  readonly words: { readonly title: string; readonly why: string; readonly act: string };
  readonly consequences: readonly string[];
  readonly act: { readonly isActing: boolean; readonly error: CallError | null; readonly clear: () => void };
  readonly onConfirm: () => void;
  readonly onReload: () => void;
}

/** Takes a line off a list, once it is said what follows. */
export function RemoveAct({ words, consequences, act, onConfirm, onReload }: RemoveActProps) {
  const changeWords = useChangeWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <Panel title={words.title}>
      {isAsked ? (
        <ConfirmPanel
          title={words.title}
          consequences={consequences}
          confirmLabel={words.act}
          isDangerous
          isActing={act.isActing}
          error={act.error}
          onConfirm={onConfirm}
          onCancel={() => setAsked(false)}
          onReload={() => {
            act.clear();
            setAsked(false);
            onReload();
          }}
          actionWords={changeWords}
        />
      ) : (
        <div className="stack-tight">
          <p>{words.why}</p>
          <div className="row">
            <Button danger onClick={() => setAsked(true)}>
              {words.act}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
}
