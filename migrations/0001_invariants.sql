-- One holder for each power and territory at every instant (domain.md section 7, 1): half-open intervals never overlap.
CREATE TRIGGER `holdings_no_overlap_insert` BEFORE INSERT ON `holdings`
BEGIN
  SELECT RAISE(ABORT, 'holding_overlap') WHERE EXISTS (SELECT 1 FROM `holdings` AS `other` WHERE `other`.`power_id` = NEW.`power_id` AND `other`.`township_id` = NEW.`township_id` AND `other`.`from_at` < NEW.`to_at` AND `other`.`to_at` > NEW.`from_at` AND `other`.`from_at` < `other`.`to_at` AND NEW.`from_at` < NEW.`to_at` AND `other`.`grant_id` <> NEW.`grant_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `holdings_no_overlap_update` BEFORE UPDATE ON `holdings`
BEGIN
  SELECT RAISE(ABORT, 'holding_overlap') WHERE EXISTS (SELECT 1 FROM `holdings` AS `other` WHERE `other`.`power_id` = NEW.`power_id` AND `other`.`township_id` = NEW.`township_id` AND `other`.`from_at` < NEW.`to_at` AND `other`.`to_at` > NEW.`from_at` AND `other`.`from_at` < `other`.`to_at` AND NEW.`from_at` < NEW.`to_at` AND `other`.`grant_id` <> NEW.`grant_id`);
END;
--> statement-breakpoint
-- What was held was held: only the end of an interval can move.
CREATE TRIGGER `holdings_only_end_moves` BEFORE UPDATE ON `holdings`
BEGIN
  SELECT RAISE(ABORT, 'holding_immutable') WHERE NEW.`grant_id` <> OLD.`grant_id` OR NEW.`power_id` <> OLD.`power_id` OR NEW.`township_id` <> OLD.`township_id` OR NEW.`from_at` <> OLD.`from_at`;
END;
--> statement-breakpoint
CREATE TRIGGER `holdings_no_delete` BEFORE DELETE ON `holdings`
BEGIN
  SELECT RAISE(ABORT, 'holding_immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `suspensions_no_overlap_insert` BEFORE INSERT ON `suspensions`
BEGIN
  SELECT RAISE(ABORT, 'suspension_overlap') WHERE EXISTS (SELECT 1 FROM `suspensions` AS `other` WHERE `other`.`grant_id` = NEW.`grant_id` AND `other`.`from_at` < NEW.`to_at` AND `other`.`to_at` > NEW.`from_at` AND `other`.`from_at` < `other`.`to_at` AND NEW.`from_at` < NEW.`to_at` AND `other`.`id` <> NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `suspensions_no_overlap_update` BEFORE UPDATE ON `suspensions`
BEGIN
  SELECT RAISE(ABORT, 'suspension_overlap') WHERE EXISTS (SELECT 1 FROM `suspensions` AS `other` WHERE `other`.`grant_id` = NEW.`grant_id` AND `other`.`from_at` < NEW.`to_at` AND `other`.`to_at` > NEW.`from_at` AND `other`.`from_at` < `other`.`to_at` AND NEW.`from_at` < NEW.`to_at` AND `other`.`id` <> NEW.`id`);
END;
--> statement-breakpoint
CREATE TRIGGER `suspensions_only_end_moves` BEFORE UPDATE ON `suspensions`
BEGIN
  SELECT RAISE(ABORT, 'suspension_immutable') WHERE NEW.`id` <> OLD.`id` OR NEW.`grant_id` <> OLD.`grant_id` OR NEW.`kind` <> OLD.`kind` OR NEW.`from_at` <> OLD.`from_at` OR NEW.`reason` <> OLD.`reason`;
END;
--> statement-breakpoint
CREATE TRIGGER `suspensions_no_delete` BEFORE DELETE ON `suspensions`
BEGIN
  SELECT RAISE(ABORT, 'suspension_immutable');
END;
--> statement-breakpoint
-- Append-only: a mistake is mended by a new row that names the old one (domain.md section 7, 4).
CREATE TRIGGER `ledger_entries_no_update` BEFORE UPDATE ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_delete` BEFORE DELETE ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `grant_events_no_update` BEFORE UPDATE ON `grant_events`
BEGIN
  SELECT RAISE(ABORT, 'grant_events_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `grant_events_no_delete` BEFORE DELETE ON `grant_events`
BEGIN
  SELECT RAISE(ABORT, 'grant_events_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `request_events_no_update` BEFORE UPDATE ON `request_events`
BEGIN
  SELECT RAISE(ABORT, 'request_events_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `request_events_no_delete` BEFORE DELETE ON `request_events`
BEGIN
  SELECT RAISE(ABORT, 'request_events_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_records_no_update` BEFORE UPDATE ON `audit_records`
BEGIN
  SELECT RAISE(ABORT, 'audit_records_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_records_no_delete` BEFORE DELETE ON `audit_records`
BEGIN
  SELECT RAISE(ABORT, 'audit_records_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `issued_documents_no_update` BEFORE UPDATE ON `issued_documents`
BEGIN
  SELECT RAISE(ABORT, 'issued_documents_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `issued_documents_no_delete` BEFORE DELETE ON `issued_documents`
BEGIN
  SELECT RAISE(ABORT, 'issued_documents_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `waivers_no_update` BEFORE UPDATE ON `waivers`
BEGIN
  SELECT RAISE(ABORT, 'waivers_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `waivers_no_delete` BEFORE DELETE ON `waivers`
BEGIN
  SELECT RAISE(ABORT, 'waivers_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `attestations_no_update` BEFORE UPDATE ON `attestations`
BEGIN
  SELECT RAISE(ABORT, 'attestations_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `attestations_no_delete` BEFORE DELETE ON `attestations`
BEGIN
  SELECT RAISE(ABORT, 'attestations_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `former_passwords_no_update` BEFORE UPDATE ON `former_passwords`
BEGIN
  SELECT RAISE(ABORT, 'former_passwords_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `former_passwords_no_delete` BEFORE DELETE ON `former_passwords`
BEGIN
  SELECT RAISE(ABORT, 'former_passwords_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_keys_no_update` BEFORE UPDATE ON `idempotency_keys`
BEGIN
  SELECT RAISE(ABORT, 'idempotency_keys_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_keys_no_delete` BEFORE DELETE ON `idempotency_keys`
BEGIN
  SELECT RAISE(ABORT, 'idempotency_keys_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `installation_no_update` BEFORE UPDATE ON `installation`
BEGIN
  SELECT RAISE(ABORT, 'installation_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `installation_no_delete` BEFORE DELETE ON `installation`
BEGIN
  SELECT RAISE(ABORT, 'installation_append_only');
END;
--> statement-breakpoint
-- Gapless: a hole would be a removed row.
CREATE TRIGGER `ledger_entries_gapless` BEFORE INSERT ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries_gap') WHERE NEW.`sequence` <> (SELECT coalesce(max(`sequence`), 0) + 1 FROM `ledger_entries`);
END;
--> statement-breakpoint
-- Gapless: a hole would be a removed row.
CREATE TRIGGER `audit_records_gapless` BEFORE INSERT ON `audit_records`
BEGIN
  SELECT RAISE(ABORT, 'audit_records_gap') WHERE NEW.`seq` <> (SELECT coalesce(max(`seq`), 0) + 1 FROM `audit_records`);
END;
--> statement-breakpoint
-- The outbox only learns that a row was delivered.
CREATE TRIGGER `outbox_only_delivery` BEFORE UPDATE ON `outbox`
BEGIN
  SELECT RAISE(ABORT, 'outbox_immutable') WHERE NEW.`seq` <> OLD.`seq` OR NEW.`at` <> OLD.`at` OR NEW.`kind` <> OLD.`kind` OR NEW.`payload` <> OLD.`payload` OR OLD.`delivered_at` IS NOT NULL;
END;
--> statement-breakpoint
-- Published editions never change (domain.md section 3).
CREATE TRIGGER `menu_items_insert_draft_only` BEFORE INSERT ON `menu_items`
BEGIN
  SELECT RAISE(ABORT, 'edition_immutable') WHERE (SELECT `state` FROM `menu_editions` WHERE `id` = NEW.`edition_id`) <> 'draft';
END;
--> statement-breakpoint
CREATE TRIGGER `menu_items_update_draft_only` BEFORE UPDATE ON `menu_items`
BEGIN
  SELECT RAISE(ABORT, 'edition_immutable') WHERE (SELECT `state` FROM `menu_editions` WHERE `id` = OLD.`edition_id`) <> 'draft' OR NEW.`edition_id` <> OLD.`edition_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `menu_items_delete_draft_only` BEFORE DELETE ON `menu_items`
BEGIN
  SELECT RAISE(ABORT, 'edition_immutable') WHERE (SELECT `state` FROM `menu_editions` WHERE `id` = OLD.`edition_id`) <> 'draft';
END;
--> statement-breakpoint
CREATE TRIGGER `menu_editions_immutable` BEFORE UPDATE ON `menu_editions` WHEN OLD.`state` <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'edition_immutable') WHERE NOT (OLD.`state` = 'published' AND NEW.`state` = 'superseded' AND NEW.`number` = OLD.`number` AND NEW.`title` = OLD.`title` AND NEW.`document_number` = OLD.`document_number` AND NEW.`published_at` = OLD.`published_at`);
END;
--> statement-breakpoint
CREATE TRIGGER `menu_editions_delete_draft_only` BEFORE DELETE ON `menu_editions` WHEN OLD.`state` <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'edition_immutable');
END;
--> statement-breakpoint
-- A submitted order keeps its number; a request never changes its power, place or order.
CREATE TRIGGER `requests_identity` BEFORE UPDATE ON `requests`
BEGIN
  SELECT RAISE(ABORT, 'request_identity') WHERE NEW.`order_id` <> OLD.`order_id` OR NEW.`township_id` <> OLD.`township_id` OR NEW.`power_id` <> OLD.`power_id` OR NEW.`item_id` <> OLD.`item_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `requests_delete_draft_only` BEFORE DELETE ON `requests` WHEN OLD.`state` <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'request_kept');
END;
--> statement-breakpoint
CREATE TRIGGER `orders_delete_draft_only` BEFORE DELETE ON `orders` WHEN OLD.`submitted_at` IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'order_kept');
END;
