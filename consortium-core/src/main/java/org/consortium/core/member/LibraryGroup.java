package org.consortium.core.member;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import org.consortium.core.Label;

/** Libraries that something is agreed for together, such as all township libraries or the universities. */
@Entity
public class LibraryGroup {

    @Id
    private String code;

    @Embedded
    @AttributeOverride(name = "zh", column = @Column(name = "name_zh"))
    @AttributeOverride(name = "en", column = @Column(name = "name_en"))
    private Label name;

    @ElementCollection
    @CollectionTable(name = "library_group_member", joinColumns = @JoinColumn(name = "library_group"))
    @Column(name = "library")
    private Set<LibraryCode> members = new HashSet<>();

    @Version
    private long version;

    protected LibraryGroup() {}

    public LibraryGroup(LibraryCode code, Label name, Set<LibraryCode> members) {
        this.code = code.value();
        this.name = name;
        this.members.addAll(members);
    }

    public LibraryCode code() {
        return new LibraryCode(code);
    }

    public Label name() {
        return name;
    }

    public Set<LibraryCode> members() {
        return Set.copyOf(members);
    }
}
