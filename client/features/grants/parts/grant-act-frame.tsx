import type { ReactNode } from 'react';
import type { StoredForm } from '#client/lib/use-stored-form.ts';
import { ActFrame, type ActFrameProps } from '#client/ui/forms/act-frame.tsx';
import type { Grant } from '../api/grant-act.ts';
import { useGrantFrame, type FormAction } from './use-grant-frame.ts';

interface GrantActFrameProps extends Pick<ActFrameProps, 'act' | 'faults' | 'fields' | 'consequences' | 'onSend' | 'isDangerous'> {
  readonly grant: Grant;
  readonly action: FormAction;
  readonly typed: Pick<StoredForm<object>, 'forget' | 'isRestored'>;
  readonly onClose: () => void;
  readonly children: (errorOf: (fieldId: string) => string | undefined) => ReactNode;
}

/** The frame of the acts on a grant that are not forms of the contract yet. */
export function GrantActFrame({ grant, action, typed, onClose, consequences = [], ...rest }: GrantActFrameProps) {
  const { followers, ...frame } = useGrantFrame({ grant, action, typed, onClose });
  return <ActFrame {...rest} {...frame} consequences={[...consequences, ...followers]} isRestored={typed.isRestored} />;
}
