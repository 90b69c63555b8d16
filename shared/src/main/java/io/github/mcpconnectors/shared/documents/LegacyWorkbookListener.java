package io.github.mcpconnectors.shared.documents;

import java.util.Locale;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Takes the records of an xls workbook one by one: its sheets first, then the cells of each. */
final class LegacyWorkbookListener implements HSSFListener {

    private final Source source;
    private final Sheets sheets;
    private final Text out;
    private final CellFormats formats = new CellFormats();
    private final FormatTrackingHSSFListener tracked = new FormatTrackingHSSFListener(this, Locale.US);
    private @Nullable SSTRecord strings;
    private @Nullable SheetTable table;
    private @Nullable FormulaRecord textFormula;
    private int depth;
    /** The workbook itself is the first stream, its sheets follow. */
    private int sheet = -2;

    LegacyWorkbookListener(Source source) {
        this.source = source;
        sheets = new Sheets(source.selection());
        out = source.text();
    }

    FormatTrackingHSSFListener tracked() {
        return tracked;
    }

    Sheets sheets() {
        return sheets;
    }

    Text finish() {
        endSheet();
        sheets.check();
        return out;
    }

    @Override
    public void processRecord(Record record) {
        source.budget().tick();
        if (out.isTruncated()) {
            return;
        }
        if (record instanceof BOFRecord) {
            if (depth++ == 0) {
                startSheet();
            }
        } else if (record instanceof EOFRecord) {
            if (--depth == 0) {
                endSheet();
            }
        } else if (depth == 1 && sheet < 0) {
            global(record);
        } else if (depth == 1 && table != null) {
            cell(table, record);
        }
    }

    private void startSheet() {
        sheet++;
        if (sheet == 0) {
            sheets.check();
        }
        if (sheet >= 0 && sheet < sheets.names().size() && sheets.isChosen(sheet)) {
            table = new SheetTable(sheets.range(), out.room());
        }
    }

    private void endSheet() {
        if (table != null) {
            sheets.write(sheet, table, out);
            table = null;
        }
    }

    private void global(Record record) {
        if (record instanceof BoundSheetRecord bound) {
            sheets.add(bound.getSheetname(), bound.isHidden() || bound.isVeryHidden());
        } else if (record instanceof SSTRecord found) {
            strings = found;
        } else if (record instanceof DateWindow1904Record window && window.getWindowing() == 1) {
            formats.since1904();
        }
    }

    private void cell(SheetTable table, Record record) {
        if (record instanceof StringRecord string && textFormula != null) {
            table.add(textFormula.getRow(), textFormula.getColumn(), string.getString());
            textFormula = null;
        } else if (record instanceof CellValueRecordInterface cell) {
            table.add(cell.getRow(), cell.getColumn(), value(cell));
        }
    }

    private String value(CellValueRecordInterface cell) {
        if (cell instanceof LabelSSTRecord label && strings != null) {
            return strings.getString(label.getSSTIndex()).getString();
        }
        if (cell instanceof LabelRecord label) {
            return label.getValue();
        }
        if (cell instanceof NumberRecord number) {
            return number(cell, number.getValue());
        }
        if (cell instanceof RKRecord number) {
            return number(cell, number.getRKNumber());
        }
        if (cell instanceof BoolErrRecord logical) {
            return logical.isError() ? error(logical.getErrorValue()) : logical(logical.getBooleanValue());
        }
        return cell instanceof FormulaRecord formula ? formula(formula) : "";
    }

    private String formula(FormulaRecord formula) {
        return switch (formula.getCachedResultTypeEnum()) {
            case STRING -> {
                // the text follows in a record of its own
                textFormula = formula;
                yield "";
            }
            case BOOLEAN -> logical(formula.getCachedBooleanValue());
            case ERROR -> error((byte) formula.getCachedErrorValue());
            default -> number(formula, formula.getValue());
        };
    }

    private String number(CellValueRecordInterface cell, double value) {
        return formats.format(value, tracked.getFormatIndex(cell), tracked.getFormatString(cell));
    }

    private static String logical(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }
}
