import * as contract from '#contract/orders.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { checkOrder } from './check-order.ts';
import { createOrder } from './create-order.ts';
import { discardOrder, dropLine, putLine, renameOrder } from './edit-order.ts';
import { listBadges } from './list-badges.ts';
import { listOrders, readOrder } from './list-orders.ts';
import { submitOrder } from './submit-order.ts';

export const ordersRoutes = (ports: RequestsPorts): Binding[] => [
  bind(contract.listOrders, listOrders(ports)),
  bind(contract.createOrder, createOrder(ports)),
  bind(contract.readOrder, readOrder(ports)),
  bind(contract.renameOrder, renameOrder(ports)),
  bind(contract.putLine, putLine(ports)),
  bind(contract.dropLine, dropLine(ports)),
  bind(contract.discardOrder, discardOrder(ports)),
  bind(contract.checkOrder, checkOrder(ports)),
  bind(contract.submitOrder, submitOrder(ports)),
  bind(contract.listBadges, listBadges(ports)),
];
