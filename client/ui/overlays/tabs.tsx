import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { AriaLanguage } from './aria-language.tsx';
import './overlays.css';

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly content: ReactNode }[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
}

/** Views of one thing. Titles wrap on a phone: a row that scrolls sideways hides what it holds. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaLanguage>
      <AriaTabs
        className="tabs"
        {...(selected === undefined ? {} : { selectedKey: selected })}
        onSelectionChange={(key) => onSelect?.(String(key))}
      >
        <TabList aria-label={label} className="tab-list">
          {tabs.map(({ id, title }) => (
            <Tab key={id} id={id} className="tab">
              {title}
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ id, content }) => (
          <TabPanel key={id} id={id} className="tab-panel">
            {content}
          </TabPanel>
        ))}
      </AriaTabs>
    </AriaLanguage>
  );
}
