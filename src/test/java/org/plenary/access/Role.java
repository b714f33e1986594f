package org.plenary.access;

import java.util.Arrays;
import java.util.List;

/** Who calls, as a column of the matrix; what each is to the subjects says the file's head. */
enum Role {
  PUBLIC("public"),
  VOLUNTEER("volunt"),
  MEMBER("member"),
  OTHER_MEMBER("other"),
  AUTHOR("author"),
  AUTHOR_CHAIR("achair"),
  INVITED("invitd"),
  REVIEWER("review"),
  CHAIR("chair"),
  VICE_CHAIR("vice"),
  EDITOR("editor"),
  OUTREACH("outrea"),
  CONFLICTED_CHAIR("cchair"),
  CONFLICTED_SECRETARIAT("csecr"),
  SECRETARIAT("secret"),
  OTHER_CHAIR("ochair"),
  STEERING("steer"),
  DONOR("donor"),
  PROGRAM("progrm");

  final String column;

  Role(String column) {
    this.column = column;
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(role -> role.column).toList();
  }
}
