-- Append-only: a mistake is mended by a new row (domain.md section 7, 4).
CREATE TRIGGER `basis_reviews_no_update` BEFORE UPDATE ON `basis_reviews`
BEGIN
  SELECT RAISE(ABORT, 'basis_reviews_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `basis_reviews_no_delete` BEFORE DELETE ON `basis_reviews`
BEGIN
  SELECT RAISE(ABORT, 'basis_reviews_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `common_decisions_no_update` BEFORE UPDATE ON `common_decisions`
BEGIN
  SELECT RAISE(ABORT, 'common_decisions_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `common_decisions_no_delete` BEFORE DELETE ON `common_decisions`
BEGIN
  SELECT RAISE(ABORT, 'common_decisions_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `alike_verdicts_no_update` BEFORE UPDATE ON `alike_verdicts`
BEGIN
  SELECT RAISE(ABORT, 'alike_verdicts_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `alike_verdicts_no_delete` BEFORE DELETE ON `alike_verdicts`
BEGIN
  SELECT RAISE(ABORT, 'alike_verdicts_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `import_files_no_update` BEFORE UPDATE ON `import_files`
BEGIN
  SELECT RAISE(ABORT, 'import_files_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `import_files_no_delete` BEFORE DELETE ON `import_files`
BEGIN
  SELECT RAISE(ABORT, 'import_files_append_only');
END;
--> statement-breakpoint
-- What rests on which article is kept by the database itself, whoever writes.
CREATE TRIGGER `menu_items_cite_insert` AFTER INSERT ON `menu_items`
BEGIN
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'menu_item', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`terms`, '$.legalBases') AS `basis`;
END;
--> statement-breakpoint
CREATE TRIGGER `menu_items_cite_update` AFTER UPDATE OF `terms` ON `menu_items`
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = 'menu_item' AND `subject_id` = OLD.`id`;
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'menu_item', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`terms`, '$.legalBases') AS `basis`;
END;
--> statement-breakpoint
CREATE TRIGGER `menu_items_cite_delete` AFTER DELETE ON `menu_items`
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = 'menu_item' AND `subject_id` = OLD.`id`;
END;
--> statement-breakpoint
-- What rests on which article is kept by the database itself, whoever writes.
CREATE TRIGGER `directory_entries_cite_insert` AFTER INSERT ON `directory_entries`
BEGIN
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'directory_entry', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`bases`) AS `basis`;
END;
--> statement-breakpoint
CREATE TRIGGER `directory_entries_cite_update` AFTER UPDATE OF `bases` ON `directory_entries`
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = 'directory_entry' AND `subject_id` = OLD.`id`;
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'directory_entry', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`bases`) AS `basis`;
END;
--> statement-breakpoint
CREATE TRIGGER `directory_entries_cite_delete` AFTER DELETE ON `directory_entries`
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = 'directory_entry' AND `subject_id` = OLD.`id`;
END;
--> statement-breakpoint
-- What rests on which article is kept by the database itself, whoever writes.
CREATE TRIGGER `township_powers_cite_insert` AFTER INSERT ON `township_powers`
BEGIN
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'township_power', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`bases`) AS `basis`;
END;
--> statement-breakpoint
CREATE TRIGGER `township_powers_cite_update` AFTER UPDATE OF `bases` ON `township_powers`
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = 'township_power' AND `subject_id` = OLD.`id`;
  INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
  SELECT 'township_power', NEW.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article') FROM json_each(NEW.`bases`) AS `basis`;
END;
--> statement-breakpoint
CREATE TRIGGER `township_powers_cite_delete` AFTER DELETE ON `township_powers`
BEGIN
  DELETE FROM `legal_citations` WHERE `subject_kind` = 'township_power' AND `subject_id` = OLD.`id`;
END;
--> statement-breakpoint
-- What stood on menus before is cited too.
INSERT INTO `legal_citations` (`subject_kind`, `subject_id`, `position`, `law`, `version_on`, `article`)
SELECT 'menu_item', `menu_items`.`id`, `basis`.`key`, json_extract(`basis`.`value`, '$.law'), json_extract(`basis`.`value`, '$.versionOn'), json_extract(`basis`.`value`, '$.article')
FROM `menu_items`, json_each(`menu_items`.`terms`, '$.legalBases') AS `basis`;
--> statement-breakpoint
-- Their statutes are known from now on; whether a version is still in force is for the county to say.
INSERT INTO `statutes` (`id`, `title`, `kind`, `version`, `created_at`)
SELECT lower(hex(randomblob(16))), `law`, CASE WHEN `law` LIKE '%条例' OR `law` LIKE '%办法' OR `law` LIKE '%规定' THEN 'administrative_regulation' ELSE 'law' END, 1, unixepoch() * 1000
FROM (SELECT DISTINCT `law` FROM `legal_citations`);
--> statement-breakpoint
INSERT INTO `statute_versions` (`id`, `statute_id`, `version_on`, `end_basis`, `version`, `created_at`)
SELECT lower(hex(randomblob(16))), `statutes`.`id`, `cited`.`version_on`, '', 1, unixepoch() * 1000
FROM (SELECT DISTINCT `law`, `version_on` FROM `legal_citations`) AS `cited` JOIN `statutes` ON `statutes`.`title` = `cited`.`law`;
