import { auditActs } from './audit-acts.ts';

export const audit = {
  ...auditActs,
  title: '审计记录',
  lead: '系统中的每一次变更都有一条记录，前后以国密 SM3 散列相连；改动或删除任何一条都会被发现。',
  caption: '审计记录',
  column: { sequence: '序号', at: '时间', actor: '操作人', action: '动作', subject: '对象', detail: '内容', hash: '散列值' },
  filters: { subjectId: '对象编号', action: '动作' },
  verify: {
    title: '完整性核验',
    run: '核验整条记录链',
    intact_other: '共 {{count}} 条记录，链条完整。',
    broken: '从第 {{sequence}} 条起不一致：记录被改动过。',
    head: '链头散列值（{{algorithm}}）',
    running: '正在核验',
  },
  empty: '还没有记录',
  onlySubject: '只看{{kind}} {{id}} 的记录',
} as const;
