package org.plenary.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Filling in a brief that was begun from a paper. */
final class BriefForm {
  private BriefForm() {}

  static void fill(Desk desk, String title) {
    var group =
        desk.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Group")).last();
    if (group.inputValue().isEmpty()) {
      desk.choose("Group", "Remittances and household finance");
    }
    desk.fill("Title", title);
    desk.fill("Summary", "One district shows what a ministry can do. The lesson travels.");
    desk.fill("Audience", "Ministries of labour");
    desk.fill("Key message 1", "Start where families already are.");
    desk.fill("Key message 2", "Count what is spent before counting what is sent.");
    desk.fill("Key message 3", "Publish the numbers each year.");
    desk.fill(
        "Text", "## What was seen\n\nA **trial** in one district, told for those who decide.");
    desk.press("Add an option");
    desk.fill("What", "A yearly count of costs");
    desk.fill("Who acts", "The statistics office");
  }
}
